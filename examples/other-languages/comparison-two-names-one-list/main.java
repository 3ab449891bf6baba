import java.util.ArrayList;
import java.util.List;

class Main {
    public static void main(String[] arguments) {
        List<String> first = new ArrayList<>(List.of("bread"));
        List<String> second = first;
        second.add("milk");
        System.out.println(first.size() + " items");
    }
}
