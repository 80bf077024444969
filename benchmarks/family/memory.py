"""Peak memory of this process and of the solvers it started, in MiB."""

import sys


def peak() -> float:
    """Return the largest resident memory so far.

    On POSIX the largest process that was started and has ended (CBC) is added; Windows tells
    about this process only.
    """
    if sys.platform == "win32":
        return _peak_windows()
    import resource  # noqa: PLC0415 - there is none on Windows

    used = sum(
        resource.getrusage(who).ru_maxrss
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    unit = 2**20 if sys.platform == "darwin" else 2**10  # macOS counts bytes, Linux KiB
    return round(used / unit, 1)


def _peak_windows() -> float:
    import psutil  # type: ignore[import-untyped]  # noqa: PLC0415 - needed on Windows only

    return round(float(psutil.Process().memory_info().peak_wset) / 2**20, 1)
