import java.util.Map;

class Main {
    record Ticket(int cents) {}

    public static void main(String[] args) {
        Map<Integer, Ticket> sold =
                Map.of(3, new Ticket(1200), 5, new Ticket(900));
        try {
            System.out.println(sold.get(7).cents() + " cents");
        } catch (NullPointerException e) {
            System.out.println(e.getMessage());
        }
    }
}
