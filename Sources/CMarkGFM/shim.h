#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>

// The node types of extensions are mutable C globals, which Swift 6 refuses to read; no installed header declares them.
extern cmark_node_type CMARK_NODE_TABLE, CMARK_NODE_TABLE_ROW, CMARK_NODE_TABLE_CELL;

static inline uint16_t cmark_table_node_type(void) { return CMARK_NODE_TABLE; }
static inline uint16_t cmark_table_row_node_type(void) { return CMARK_NODE_TABLE_ROW; }
static inline uint16_t cmark_table_cell_node_type(void) { return CMARK_NODE_TABLE_CELL; }
