#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <unistd.h>

namespace fs = std::filesystem;

int main() {
    const auto name = "door-log-" + std::to_string(getpid()) + ".txt";
    const auto path = fs::temp_directory_path() / name;
    {
        std::ofstream log(path);
        log << "door opened\n";
        std::cout << "before closing: " << fs::file_size(path) << " bytes\n";
    } // the destructor of log closes the file
    std::cout << "after closing: " << fs::file_size(path) << " bytes\n";
    fs::remove(path);
}
