// cchc: the tool for one-stop offices. Due dates, report forms and the working calendar on the command line.
#include <cchc/cchc.hpp>
#include <exception>
#include <string>

#include "arguments.hpp"
#include "problems.hpp"

namespace {

// Whether an error of the library blames the data or the call.
int exit_code(const cchc::Error& error) {
    switch (error.code()) {
        case cchc::ErrorCode::argument_range:
        case cchc::ErrorCode::unknown_name:
        case cchc::ErrorCode::time_syntax: return tool::exit_bad_call;
        default: return tool::exit_bad_data;
    }
}

int fail(const char* message, int code) {
    tool::say(std::string("cchc: ") + message);
    return code;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return tool::parse_and_run(argc, argv);
    } catch (const cchc::Error& error) {
        return fail(error.what(), exit_code(error));
    } catch (const tool::CallError& error) {
        return fail(error.what(), tool::exit_bad_call);
    } catch (const tool::DataError& error) {
        return fail(error.what(), tool::exit_bad_data);
    } catch (const std::exception& error) {
        return fail(error.what(), tool::exit_internal);
    }
}
