import java.lang.ref.WeakReference;

class Main {
    static class Room {
        Room next;
    }

    static WeakReference<Room> buildHouse() {
        Room hall = new Room();
        Room kitchen = new Room();
        hall.next = kitchen;
        kitchen.next = hall;
        return new WeakReference<>(hall);
    }

    public static void main(String[] args) throws InterruptedException {
        WeakReference<Room> hall = buildHouse();
        for (int tries = 0; hall.get() != null && tries < 100; tries++) {
            System.gc(); // asks for a collection
            Thread.sleep(10);
        }
        System.out.println("collected: " + (hall.get() == null));
    }
}
