import os
import tempfile
from pathlib import Path

path = Path(tempfile.gettempdir(), f"door-log-{os.getpid()}.txt")
with path.open("w") as log:
    log.write("door opened\n")
    print("before closing:", path.stat().st_size, "bytes")
print("after closing:", path.stat().st_size, "bytes")
path.unlink()
