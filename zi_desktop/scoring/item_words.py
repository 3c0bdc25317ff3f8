"""How the figure of one item came about, in sentences."""

from fractions import Fraction

from zi_desktop.domain.answers import Answer, Chosen, Counted, Measured, exceeds, terms_title, total
from zi_desktop.domain.instrument import Index, Instrument, Question, Ratio
from zi_desktop.scoring.equation import equation, figure, product, quotient, sum_of
from zi_desktop.scoring.item_score import item_score


def item_words(instrument: Instrument, question: Question, answer: Answer | None) -> str:
    """Return the sentences from answer to points, with every figure that was used."""
    if answer is None:
        return f"Belum dijawab, dihitung 0. {_share(instrument, question)}."
    score = item_score(question, answer)
    if score is None:
        return f"{_undetermined(question, answer)} {_share(instrument, question)}."
    return f"{_score_words(question, answer, score)} {_share(instrument, question)}: nilai {product((score, question.share))}."


def disputed_words(instrument: Instrument, question: Question, versions: int, lowest: Fraction) -> str:
    """Return the sentences for an item on which opinions of one column differ."""
    return (
        f"Ada {versions} jawaban yang berbeda dan belum diputuskan; sementara dihitung yang terendah, nilai {figure(lowest)}. "
        f"{_share(instrument, question)}."
    )


def _share(instrument: Instrument, question: Question) -> str:
    parent = instrument.nodes[question.parents[-1]]
    if parent.aggregation == "sum":
        return f"Bobot butir {figure(question.share)}"
    count = len(parent.children)
    if count == 1:
        return f"Bobot butir {figure(question.share)} (satu-satunya butir {parent.code})"
    return f"Bobot butir {quotient(parent.weight, Fraction(count))} ({parent.code} dibagi {count} butir)"


def _score_words(question: Question, answer: Answer, score: Fraction) -> str:
    item = question.answer
    if isinstance(answer, Chosen):
        return f"Jawaban {answer.key} bernilai {figure(score)}."
    if isinstance(item, Index) and isinstance(answer, Measured):
        return (
            f"Indeks {figure(answer.value)} dibagi {figure(item.maximum)}: skor {quotient(answer.value, item.maximum)}."
        )
    assert isinstance(item, Ratio)  # item_score has refused every other pair of item and answer
    assert isinstance(answer, Counted)
    words = _ratio(question, item, answer) if item.both_zero is None else _decrease(item, answer, score)
    return words + _unused(item, answer)


def _ratio(question: Question, ratio: Ratio, answer: Counted) -> str:
    above, below = total(answer.counts, ratio.numerator), total(answer.counts, ratio.denominator)
    if below == 0 and answer.not_applicable:
        return f"{_zero(ratio, answer)} dan “tidak berlaku” dinyatakan: skor penuh 1."
    if below == 0:
        return f"{_zero(ratio, answer)}, sehingga tidak ada yang dapat dinilai: skor 0."
    division = quotient(Fraction(above), Fraction(below))
    capped = ", dibatasi paling tinggi 1" if above > below else ""
    doubt = " Pembilang melebihi penyebut: perlu diperiksa." if exceeds(question, answer) else ""
    return f"{_named(ratio, answer, ratio.numerator)} dibagi {_named(ratio, answer, ratio.denominator)}: skor {division}{capped}.{doubt}"


def _decrease(ratio: Ratio, answer: Counted, score: Fraction) -> str:
    current, previous = total(answer.counts, ratio.numerator), total(answer.counts, ratio.denominator)
    counts = f"{_named(ratio, answer, ratio.denominator)}, {_named(ratio, answer, ratio.numerator)}"
    if previous == 0:
        reason = "keduanya 0" if current == 0 else "naik dari 0"
        return f"{counts}: {reason}, skor {figure(score)}."
    if current > previous:
        return f"{counts}: tidak berkurang, skor 0."
    return f"{counts}: skor {equation(f'({previous} − {current}) ÷ {previous}', (), score)}."


def _undetermined(question: Question, answer: Answer) -> str:
    ratio = question.answer
    assert isinstance(ratio, Ratio)  # nothing else is ever undetermined
    assert isinstance(answer, Counted)
    return f"{_zero(ratio, answer)}, tetapi “tidak berlaku” belum dinyatakan; dihitung belum dijawab, nilai 0."


def _named(ratio: Ratio, answer: Counted, keys: tuple[str, ...]) -> str:
    """Return a numerator or denominator with its title and its counts."""
    return f"{terms_title(ratio, keys)} ({_counts(answer, keys)})"


def _zero(ratio: Ratio, answer: Counted) -> str:
    return f"{terms_title(ratio, ratio.denominator)} berjumlah {_counts(answer, ratio.denominator)}"


def _counts(answer: Counted, keys: tuple[str, ...]) -> str:
    return sum_of([Fraction(answer.counts[key]) for key in keys])


def _unused(ratio: Ratio, answer: Counted) -> str:
    used = {*ratio.numerator, *ratio.denominator}
    spare = [f"{item.title} ({answer.counts[item.key]})" for item in ratio.typed if item.key not in used]
    return f" {', '.join(spare)} tidak masuk rumus." if spare else ""
