import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class Main {
    public static void main(String[] arguments) {
        Map<String, List<String>> guests = new HashMap<>();
        guests.computeIfAbsent("hall", room -> new ArrayList<>()).add("Ada");
        guests.computeIfAbsent("hall", room -> new ArrayList<>()).add("Grace");
        System.out.println(guests.get("hall"));
    }
}
