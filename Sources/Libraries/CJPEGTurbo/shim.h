#pragma once
// Nothing: jpeglib.h asks for stdio.h first, and only CJPEG includes it.
