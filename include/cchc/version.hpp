// The version of cchc. The build system reads these three lines; they exist nowhere else.
#pragma once

#define CCHC_VERSION_MAJOR 0
#define CCHC_VERSION_MINOR 1
#define CCHC_VERSION_PATCH 0
