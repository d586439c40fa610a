/* What a batch query costs when nothing but the engine is there: the measure of the benchmark `start`. */
#include <stdio.h>
#include "duckdb_minimal.h"

int main(int argc, char **argv) {
    void *database, *connection;
    duckdb_result result;
    if (argc != 2 || duckdb_open(NULL, &database) || duckdb_connect(database, &connection)) return 2;
    if (duckdb_query(connection, argv[1], &result)) return 1;
    printf("%s\n%s\n", duckdb_column_name(&result, 0), duckdb_value_varchar(&result, 0, 0));
    return 0;
}
