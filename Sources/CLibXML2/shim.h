// The part of libxml2 that Markup uses: the SAX2 push parser and its errors.
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
