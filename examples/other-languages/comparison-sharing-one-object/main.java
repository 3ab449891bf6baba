class Main {
    record Playlist(int titles) {}

    public static void main(String[] args) {
        Playlist kitchen = new Playlist(3);
        Playlist garden = kitchen;
        System.out.println("the same object: " + (kitchen == garden));
        kitchen = null; // the playlist is still reachable
        System.out.println("the garden plays " + garden.titles() + " titles");
    }
}
