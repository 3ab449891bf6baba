class Playlist:
    def __init__(self, titles):
        self.titles = titles


kitchen = Playlist(3)
garden = kitchen
print("the same object:", kitchen is garden)
del kitchen  # removes the name; the playlist has another one
print("the garden plays", garden.titles, "titles")
