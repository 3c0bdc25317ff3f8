"""The paper that leaves the program: its content, its PDF, its signatures, and their verification."""
