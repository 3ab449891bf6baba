import java.util.concurrent.atomic.AtomicInteger;

class Main {
    static int plain = 0;
    static final AtomicInteger atomic = new AtomicInteger();

    static void openDoor() {
        for (int i = 0; i < 1000; i++) {
            plain++; // some of these may be lost
            atomic.incrementAndGet();
        }
    }

    public static void main(String[] args) throws InterruptedException {
        Thread front = new Thread(Main::openDoor);
        Thread back = new Thread(Main::openDoor);
        front.start();
        back.start();
        front.join();
        back.join();
        System.out.println("plain count at most 2000: " + (plain <= 2000));
        System.out.println(atomic.get() + " visitors");
    }
}
