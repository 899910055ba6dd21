/* A host that has neither the header nor the library at hand when it is compiled: it loads the library by its SONAME and
 * calls what it knows from the manual. Usage: dlopen PATH_OF_LIBRARY; prints the version and the name of a status. */
#include <dlfcn.h>
#include <stdint.h>
#include <stdio.h>

/* ISO C has no cast from an object pointer to a function pointer; POSIX promises that this union works. */
typedef union {
    void* object;
    int32_t (*version_number)(void);
    const char* (*status_name)(int32_t status);
} symbol;

static int find(void* library, const char* name, symbol* found) {
    found->object = dlsym(library, name);
    if (found->object == NULL) fprintf(stderr, "%s\n", dlerror());
    return found->object != NULL;
}

int main(int argc, char** argv) {
    symbol version, status;
    void* library = argc == 2 ? dlopen(argv[1], RTLD_NOW | RTLD_LOCAL) : NULL;
    if (library == NULL) {
        fprintf(stderr, "%s\n", argc == 2 ? dlerror() : "usage: dlopen PATH_OF_LIBRARY");
        return 1;
    }
    if (!find(library, "cchc_version_number", &version) || !find(library, "cchc_status_name", &status)) return 1;
    printf("%d %s\n", (int)version.version_number(), status.status_name(0));
    /* What is C++ inside must not be reached from outside, and the library can be let go. */
    if (dlsym(library, "_ZN4cchc8Calendar7builtinESt17basic_string_viewIcSt11char_traitsIcEE") != NULL) return 1;
    return dlclose(library);
}
