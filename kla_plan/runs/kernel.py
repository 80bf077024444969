"""The kernel that runs our notebooks: this very interpreter, whatever kernels are installed.

A kernelspec called ``python3`` in the user's home may point to another Python, so none is looked
up. ``kla_plan`` is put on the kernel's path as it is imported here, and the input history of the
user's own notebooks is left alone.
"""

import os
import sys
from pathlib import Path
from typing import Any

import zmq
from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import AsyncKernelManager
from jupyter_core.utils import run_sync

import kla_plan


def kernel_environment() -> dict[str, str]:
    """Return the variables that a kernel of ours needs on top of the user's own."""
    package = str(Path(kla_plan.__file__).resolve().parent.parent)
    inherited = os.environ.get("PYTHONPATH", "")
    return {
        "PYTHONPATH": os.pathsep.join(filter(None, (package, inherited))),
        "PYDEVD_DISABLE_FILE_VALIDATION": "1",
        "PYTHONIOENCODING": "utf-8",
    }


class OwnKernelManager(AsyncKernelManager):  # type: ignore[misc, unused-ignore]
    """Starts ``sys.executable`` as kernel without reading any kernelspec from disk.

    Messages between us and the kernel are encrypted where the ZeroMQ library can do it.
    """

    def __init__(self, **details: Any) -> None:
        super().__init__(**details)
        self._clients: list[Any] = []
        self.transport_encryption = "auto" if zmq.has("curve") else "disabled"

    @property
    def kernel_spec(self) -> KernelSpec:
        """The kernel's command line and environment."""
        return KernelSpec(
            argv=[
                sys.executable,
                "-m",
                "ipykernel_launcher",
                "-f",
                "{connection_file}",
                "--HistoryManager.enabled=False",
            ],
            display_name="Python 3 (ipykernel)",
            language="python",
            env=kernel_environment(),
            metadata={"supported_encryption": ["curve"]},
        )

    def client(self, **details: Any) -> Any:
        """Return a client and remember it, so that its sockets can be closed."""
        client = super().client(**details)
        self._clients.append(client)
        return client

    def release(self) -> None:
        """Close the sockets of every client; the kernel goes on."""
        while self._clients:
            self._clients.pop().stop_channels()

    def end(self) -> None:
        """Close the sockets and end the kernel, if one runs."""
        self.release()
        if self.has_kernel:
            run_sync(self.shutdown_kernel)(now=True)
