// unsafe: attempting double-free

void drop(const char **list) {
    delete[] list;
}

int main() {
    const char **list = new const char *[2]{"bread", "milk"};
    drop(list);
    drop(list);
}
