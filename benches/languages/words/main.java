import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts the words of a text.
 *
 * <p>A generator makes up a vocabulary of 20,000 words of 2 to 9 letters and writes a text of N of
 * them, the words at the front of the vocabulary more often. The text is split into strings, which
 * are counted in the hash map of the standard library with its default hash function. The last
 * twelve digits of the answer are a checksum, the digits before them the number of distinct words.
 */
class Main {
  private static final int VOCABULARY = 20_000;
  private static final long CHECKSUM_END = 1_000_000_000_000L;

  private static final class Random {
    private long state = 42;

    long below(long bound) {
      state = state * 6364136223846793005L + 1442695040888963407L;
      return (state >>> 33) % bound;
    }
  }

  private static String madeUpWord(Random random) {
    long length = 2 + random.below(8);
    StringBuilder word = new StringBuilder();
    for (long i = 0; i < length; i++) {
      word.append((char) ('a' + random.below(26)));
    }
    return word.toString();
  }

  private static String text(int words) {
    Random random = new Random();
    List<String> vocabulary = new ArrayList<>();
    for (int i = 0; i < VOCABULARY; i++) {
      vocabulary.add(madeUpWord(random));
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      if (i > 0) {
        text.append(' ');
      }
      long index = random.below(VOCABULARY) * random.below(VOCABULARY) / VOCABULARY;
      text.append(vocabulary.get((int) index));
    }
    return text.toString();
  }

  /** A number that depends on the letters only: the word read in base 31. */
  private static long value(String word) {
    long value = 0;
    for (int i = 0; i < word.length(); i++) {
      value = value * 31 + word.charAt(i);
    }
    return value;
  }

  public static void main(String[] arguments) {
    String text = text(argument(arguments));
    String[] words = text.split(" ");
    Map<String, Long> counts = new HashMap<>();
    for (String word : words) {
      counts.merge(word, 1L, Long::sum);
    }
    long checksum = 0;
    for (Map.Entry<String, Long> entry : counts.entrySet()) {
      checksum = (checksum + entry.getValue() * (value(entry.getKey()) % 1_000_003)) % CHECKSUM_END;
    }
    System.out.println("answer " + (counts.size() * CHECKSUM_END + checksum));
  }

  private static int argument(String[] arguments) {
    if (arguments.length == 1) {
      try {
        int n = Integer.parseInt(arguments[0]);
        if (n >= 1 && n <= 20_000_000) {
          return n;
        }
      } catch (NumberFormatException e) {
        // falls through to the message
      }
    }
    System.err.println("usage: words N, with N from 1 to 20000000");
    System.exit(2);
    return 0;
  }
}
