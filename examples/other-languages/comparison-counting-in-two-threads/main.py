import threading

visitors = 0
lock = threading.Lock()


def open_door():
    global visitors
    for _ in range(1000):
        # the interpreter's own lock does not promise that += is one step
        with lock:
            visitors += 1


doors = [threading.Thread(target=open_door) for _ in range(2)]
for door in doors:
    door.start()
for door in doors:
    door.join()
print(visitors, "visitors")
