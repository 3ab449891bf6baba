// unsafe: heap-use-after-free
#include <cstdio>
#include <vector>

using Text = std::vector<char>;  // the sanitizer does not look into std::string

struct Jukebox {
    std::vector<Text> queue;
    int credit;

    const Text &first() { return queue[0]; }
    void pay() {
        credit -= 1;
        queue = {};  // added: another body behind the same signature
    }
};

int main() {
    Jukebox jukebox = {{{'B', 'l', 'u', 'e', '\0'}}, 2};
    const Text &song = jukebox.first();
    jukebox.pay();
    std::printf("%s, %d left\n", song.data(), jukebox.credit);
}
