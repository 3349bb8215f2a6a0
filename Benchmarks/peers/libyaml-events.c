/* libyaml's events of a file, nothing done with them: libyaml-events FILE ROUNDS.
   Prints the median of the rounds' CPU time in seconds, and the bytes parsed; with 0 it reads the file once. */

#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <yaml.h>

static int compare(const void *a, const void *b) {
    double difference = *(const double *)a - *(const double *)b;
    return (difference > 0) - (difference < 0);
}

/* From memory where there is text, else from the file as it is read: libyaml needs no more of it at a time. */
static void read_events(const unsigned char *text, size_t size, FILE *file) {
    yaml_parser_t parser;
    yaml_event_t event;
    yaml_event_type_t type;
    if (!yaml_parser_initialize(&parser)) exit(1);
    if (text)
        yaml_parser_set_input_string(&parser, text, size);
    else
        yaml_parser_set_input_file(&parser, file);
    do {
        if (!yaml_parser_parse(&parser, &event)) exit(1);
        type = event.type;
        yaml_event_delete(&event);
    } while (type != YAML_STREAM_END_EVENT);
    yaml_parser_delete(&parser);
}

int main(int count, char **arguments) {
    if (count != 3) return 2;
    FILE *file = fopen(arguments[1], "rb");
    int rounds = atoi(arguments[2]);
    if (!file || rounds < 0) return 3;
    if (rounds == 0) {
        read_events(NULL, 0, file);
        return 0;
    }
    fseek(file, 0, SEEK_END);
    size_t size = ftell(file);
    rewind(file);
    unsigned char *text = malloc(size);
    double *times = malloc(rounds * sizeof *times);
    if (!text || !times || fread(text, 1, size, file) != size) return 3;
    for (int round = 0; round < rounds; round++) {
        clock_t start = clock();
        read_events(text, size, NULL);
        times[round] = (double)(clock() - start) / CLOCKS_PER_SEC;
    }
    qsort(times, rounds, sizeof *times, compare);
    printf("events\t%.9f\t%zu\n", times[rounds / 2], size);
    return 0;
}
