"""``python -m dragoman`` is ``dragoman``, where the command is not on the path."""

from dragoman.cli import main

if __name__ == "__main__":
    main()
