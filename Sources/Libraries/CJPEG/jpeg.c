#include "cjpeg.h"

#include <setjmp.h>
#include <stdio.h>

#include <string.h>

#include <jpeglib.h>

#include "tables.h"

_Static_assert(JMSG_LENGTH_MAX <= 200, "a message fits its room");

typedef struct {
  struct jpeg_error_mgr base;
  jmp_buf back;
  char *message;
} errors;

static void fail(j_common_ptr info) {
  errors *own = (errors *)info->err;
  own->base.format_message(info, own->message);
  longjmp(own->back, 1);
}

static void ignore(j_common_ptr info) { (void)info; }

static void set(j_compress_ptr info, JHUFF_TBL **place, const JHUFF_TBL *table) {
  if (*place == NULL) *place = jpeg_alloc_huff_table((j_common_ptr)info);
  memcpy((*place)->bits, table->bits, sizeof table->bits);
  memcpy((*place)->huffval, table->huffval, sizeof table->huffval);
  (*place)->sent_table = FALSE;
}

uint8_t *blazon_jpeg(
    const uint8_t *pixels, int32_t width, int32_t height, int32_t isBlueFirst, int32_t isCard, int32_t quality,
    size_t *count, char *message) {
  struct jpeg_compress_struct info;
  errors own;
  unsigned char *bytes = NULL;
  unsigned long size = 0;
  info.err = jpeg_std_error(&own.base);
  own.base.error_exit = fail;
  own.base.output_message = ignore;
  own.message = message;
  if (setjmp(own.back)) {
    // What it has written is lost: it may have moved it, and tells where only at the end.
    jpeg_destroy_compress(&info);
    return NULL;
  }
  jpeg_create_compress(&info);
  jpeg_mem_dest(&info, &bytes, &size);
  info.image_width = (JDIMENSION)width;
  info.image_height = (JDIMENSION)height;
  info.input_components = 4;
  info.in_color_space = isBlueFirst ? JCS_EXT_BGRX : JCS_EXT_RGBX;
  jpeg_set_defaults(&info);
  jpeg_set_quality(&info, quality, TRUE);
  // Colours of letters run over their edges otherwise.
  info.comp_info[0].h_samp_factor = info.comp_info[0].v_samp_factor = 1;
  // Its result is the same on every processor.
  info.dct_method = JDCT_ISLOW;
  // Codes for this picture alone take a second look at all of it.
  info.optimize_coding = !isCard;
  if (isCard) {
    set(&info, &info.dc_huff_tbl_ptrs[0], &dc_luma);
    set(&info, &info.dc_huff_tbl_ptrs[1], &dc_chroma);
    set(&info, &info.ac_huff_tbl_ptrs[0], &ac_luma);
    set(&info, &info.ac_huff_tbl_ptrs[1], &ac_chroma);
  }
  jpeg_start_compress(&info, TRUE);
  while (info.next_scanline < info.image_height) {
    JSAMPROW row = (JSAMPROW)(pixels + (size_t)info.next_scanline * (size_t)width * 4);
    jpeg_write_scanlines(&info, &row, 1);
  }
  jpeg_finish_compress(&info);
  jpeg_destroy_compress(&info);
  *count = size;
  return bytes;
}
