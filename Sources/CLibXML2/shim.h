// The parts of libxml2 that Markup uses: the SAX2 parser with its errors, and the writer.
#include <libxml/xmlwriter.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
