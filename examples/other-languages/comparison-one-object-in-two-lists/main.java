import java.util.List;

class Main {
    static class Guest {
        String name = "Ada";
        boolean paid = false;
    }

    public static void main(String[] arguments) {
        Guest ada = new Guest();
        List<Guest> guests = List.of(ada);
        List<Guest> tonight = List.of(ada);
        tonight.get(0).paid = true;
        System.out.println(guests.get(0).name + " has paid: " + guests.get(0).paid);
    }
}
