#pragma once
#include <libxml/xmlversion.h>
// ICU's headers would clash with those of Swift's Foundation, in every program that imports both. What they
// declare of libxml2 stands at the end of a struct that nobody here looks into.
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/xmlreader.h>
