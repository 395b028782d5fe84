#include "cjpeg.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jerror.h>
#include <jpeglib.h>

struct blazon_jpeg_reader {
  struct jpeg_decompress_struct info;
  struct jpeg_error_mgr errors;
  struct jpeg_progress_mgr progress;
  jmp_buf back;
  char *message;
  int scans;
  uint8_t *row;
};

static void fail(j_common_ptr info) {
  blazon_jpeg_reader *own = info->client_data;
  own->errors.format_message(info, own->message);
  longjmp(own->back, 1);
}

static void say(blazon_jpeg_reader *own, const char *text) {
  strcpy(own->message, text);
  longjmp(own->back, 1);
}

/// Damage is passed over as browsers pass over it, but not a file that ends before its last rows.
static void warn(j_common_ptr info, int level) {
  blazon_jpeg_reader *own = info->client_data;
  if (level >= 0) return;
  own->errors.num_warnings++;
  if (own->errors.msg_code == JWRN_JPEG_EOF && own->info.input_iMCU_row + 1 < own->info.total_iMCU_rows)
    say(own, "the file ends early");
}

static void ignore(j_common_ptr info) { (void)info; }

static void watch(j_common_ptr info) {
  blazon_jpeg_reader *own = info->client_data;
  if (own->info.input_scan_number <= own->scans) return;
  snprintf(own->message, 200, "it comes in more than %d scans", own->scans);
  longjmp(own->back, 1);
}

static size_t rounded(size_t value, int factor) { return (value + factor - 1) / factor * factor; }

static void begin(blazon_jpeg_reader *own, const uint8_t *bytes, size_t count, blazon_jpeg_header *header) {
  j_decompress_ptr info = &own->info;
  jpeg_mem_src(info, bytes, count);
  jpeg_read_header(info, TRUE);
  if (info->arith_code) say(own, "it is coded in arithmetic, which browsers do not read either");
  header->width = (int32_t)info->image_width;
  header->height = (int32_t)info->image_height;
  header->isGray = info->jpeg_color_space == JCS_GRAYSCALE;
  header->isCMYK = info->jpeg_color_space == JCS_CMYK || info->jpeg_color_space == JCS_YCCK;
  if (!jpeg_has_multiple_scans(info)) return;
  for (int i = 0; i < info->num_components; i++) {
    const jpeg_component_info *part = info->comp_info + i;
    header->coefficients += rounded(part->width_in_blocks, part->h_samp_factor)
        * rounded(part->height_in_blocks, part->v_samp_factor) * sizeof(JBLOCK);
  }
}

blazon_jpeg_reader *blazon_jpeg_open(
    const uint8_t *bytes, size_t count, int32_t scans, blazon_jpeg_header *header, char *message) {
  memset(header, 0, sizeof *header);
  strcpy(message, "no memory");
  blazon_jpeg_reader *own = calloc(1, sizeof *own);
  if (!own) return NULL;
  own->message = message;
  own->scans = scans;
  own->info.err = jpeg_std_error(&own->errors);
  own->errors.error_exit = fail;
  own->errors.emit_message = warn;
  own->errors.output_message = ignore;
  own->progress.progress_monitor = watch;
  own->info.client_data = own;
  if (setjmp(own->back)) {
    blazon_jpeg_close(own);
    return NULL;
  }
  jpeg_create_decompress(&own->info);
  own->info.progress = &own->progress;
  begin(own, bytes, count, header);
  return own;
}

int32_t blazon_jpeg_begin(
    blazon_jpeg_reader *own, int32_t eighths, blazon_jpeg_header *header, char *message) {
  own->message = message;
  if (setjmp(own->back)) return 0;
  j_decompress_ptr info = &own->info;
  info->scale_num = (unsigned)eighths;
  info->scale_denom = 8;
  // Its result is the same on every processor.
  info->dct_method = JDCT_ISLOW;
  info->out_color_space = header->isCMYK ? JCS_CMYK : JCS_EXT_RGBA;
  jpeg_start_decompress(info);
  if (info->output_components != 4) say(own, "its colours are of another kind");
  header->width = (int32_t)info->output_width;
  header->height = (int32_t)info->output_height;
  own->row = malloc((size_t)info->output_width * 4);
  if (!own->row) say(own, "no memory");
  return 1;
}

int32_t blazon_jpeg_row(blazon_jpeg_reader *own, uint16_t *samples, char *message) {
  own->message = message;
  if (setjmp(own->back)) return 0;
  JSAMPROW row = own->row;
  if (own->info.output_scanline >= own->info.output_height) say(own, "there is no other row");
  if (jpeg_read_scanlines(&own->info, &row, 1) != 1) say(own, "the file ends early");
  size_t count = (size_t)own->info.output_width * 4;
  for (size_t i = 0; i < count; i++) samples[i] = (uint16_t)(row[i] * 257);
  return 1;
}

void blazon_jpeg_close(blazon_jpeg_reader *own) {
  if (!own) return;
  jpeg_destroy_decompress(&own->info);
  free(own->row);
  free(own);
}
