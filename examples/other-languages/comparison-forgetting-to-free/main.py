import gc
import weakref


class Room:
    def __init__(self):
        self.next = None


def build_house():
    hall, kitchen = Room(), Room()
    hall.next = kitchen
    kitchen.next = hall
    return weakref.ref(hall)


gc.disable()  # no collection before the one below
watch = build_house()
print("collected:", watch() is None)
gc.collect()
print("collected:", watch() is None)
