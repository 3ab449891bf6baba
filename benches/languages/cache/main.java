import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Answers N requests from a long-lived cache and records how long each one takes.
 *
 * <p>The cache maps keys to strings of 100 to 1,000 bytes. It holds at most 50,000 of them and
 * evicts the oldest, whose key a ring remembers. The 100,000 keys are equally likely, so that once
 * the cache is full about every second request is a hit. The answer sums what the requests
 * returned.
 */
class Main {
  private static final int CAPACITY = 50_000;
  private static final long KEYS = 100_000;
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

  private static final class Random {
    private long state = 42;

    long below(long bound) {
      state = state * 6364136223846793005L + 1442695040888963407L;
      return (state >>> 33) % bound;
    }
  }

  private static final class Cache {
    // Room for CAPACITY entries at the load factor of 3/4.
    private final Map<Long, String> texts = new HashMap<>(CAPACITY * 4 / 3 + 1);
    private final long[] ring = new long[CAPACITY];
    private int used = 0;
    private int oldest = 0;

    /** Returns the text of the key; on a miss, makes a text of that length and stores it. */
    long request(long key, int length) {
      String found = texts.get(key);
      if (found != null) {
        return summary(found);
      }
      int letter = (int) (key % 26);
      String text = LETTERS.substring(letter, letter + 1).repeat(length);
      long result = summary(text);
      if (used < CAPACITY) {
        ring[used] = key;
        used++;
      } else {
        texts.remove(ring[oldest]);
        ring[oldest] = key;
        oldest = (oldest + 1) % CAPACITY;
      }
      texts.put(key, text);
      return result;
    }
  }

  private static long summary(String text) {
    return text.length() + text.charAt(text.length() - 1);
  }

  /** The largest resident set so far, as Linux says it. */
  private static long peakKib() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmHWM:")) {
        return Long.parseLong(line.replaceAll("\\D", ""));
      }
    }
    throw new IOException("/proc/self/status has no peak");
  }

  public static void main(String[] arguments) throws IOException {
    int requests = argument(arguments);
    long[] times = new long[requests];
    Random random = new Random();
    Cache cache = new Cache();
    long checksum = 0;
    long started = System.nanoTime();
    for (int i = 0; i < requests; i++) {
      long key = random.below(KEYS);
      int length = 100 + (int) random.below(901);
      long start = System.nanoTime();
      checksum += cache.request(key, length);
      times[i] = System.nanoTime() - start;
    }
    System.out.println("answer " + checksum);
    System.out.println("work_ns " + (System.nanoTime() - started));
    System.out.println("work_peak_kib " + peakKib());
    // What follows is no part of the task.
    Arrays.sort(times);
    System.out.println("p50 " + times[(int) (requests * 500L / 1000)]);
    System.out.println("p99 " + times[(int) (requests * 990L / 1000)]);
    System.out.println("p999 " + times[(int) (requests * 999L / 1000)]);
    System.out.println("worst " + times[requests - 1]);
  }

  private static int argument(String[] arguments) {
    if (arguments.length == 1) {
      try {
        int n = Integer.parseInt(arguments[0]);
        if (n >= 1 && n <= 100_000_000) {
          return n;
        }
      } catch (NumberFormatException e) {
        // falls through to the message
      }
    }
    System.err.println("usage: cache N, with N from 1 to 100000000");
    System.exit(2);
    return 0;
  }
}
