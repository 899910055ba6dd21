// The one place where fmt is compiled. Header-only fmt would be compiled again in every file that formats a text, which is
// most of the time that the library takes to build; linked as a library it would be a dependency of those who embed us.
#include <fmt/format-inl.h>

// fmt's formatting of numbers asks for these, even where no locale is used.
template char fmt::detail::decimal_point_impl<char>(fmt::detail::locale_ref);
template fmt::detail::thousands_sep_result<char> fmt::detail::thousands_sep_impl<char>(fmt::detail::locale_ref);
