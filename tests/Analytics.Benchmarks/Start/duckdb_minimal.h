/* The five functions of DuckDB's C API that select42.c needs, and the layout of its result. */
#include <stdint.h>

typedef struct { uint64_t deprecated[5]; void *internal_data; } duckdb_result;

int duckdb_open(const char *path, void **database);
int duckdb_connect(void *database, void **connection);
int duckdb_query(void *connection, const char *sql, duckdb_result *result);
const char *duckdb_column_name(duckdb_result *result, uint64_t column);
char *duckdb_value_varchar(duckdb_result *result, uint64_t column, uint64_t row);
