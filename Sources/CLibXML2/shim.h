// What the parsers of templates and of workbooks use of libxml2: SAX2 with its errors.
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

// A context that parses bytes in memory; several threads may ask for one. With the first, libxml2 2.9 makes its table of encodings, and only
// xmlInitParser takes a lock for that (its documentation: to be called before there are threads).
static inline xmlParserCtxtPtr newParserContext(const void *bytes, int count) {
    xmlInitParser();
    return xmlCreateMemoryParserCtxt((const char *)bytes, count);
}
