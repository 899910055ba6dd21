// The one place where Boost.JSON is compiled. Nothing else links it.
#include <boost/json/src.hpp>
