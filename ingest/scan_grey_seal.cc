#include "ingest/scan_grey_seal.h"

#include <opencv2/imgproc.hpp>

#include "ingest/scan_image.h"
#include "ingest/scan_lift.h"
#include "ingest/scan_light.h"
#include "ingest/scan_ring.h"

namespace juesuan {
namespace {

// The square around a ring that lies on the page.
cv::Rect SquareOf(const Ring& ring, const cv::Size& page) {
  const double reach = ring.radius + ring.outer;
  return cv::Rect(cv::Point(cvFloor(ring.centre.x - reach), cvFloor(ring.centre.y - reach)),
                  cv::Point(cvCeil(ring.centre.x + reach), cvCeil(ring.centre.y + reach))) &
         cv::Rect(cv::Point(), page);
}

// Lifts what is of the ring's tone in it, as far as strokes tell it from print.
void LiftInside(const Ring& ring, double paper, double dpi, cv::Mat* page) {
  const cv::Rect square = SquareOf(ring, page->size());
  Raster inside = RasterOf((*page)(square), dpi);
  LiftMark({paper, ring.tone}, &inside);
  cv::Mat disc = cv::Mat::zeros(square.size(), CV_8U);
  cv::circle(disc, cv::Point(ring.centre - cv::Point2d(square.tl())), cvCeil(ring.radius), 255, -1);
  ViewOf(inside).copyTo((*page)(square), disc);
}

}  // namespace

bool HasGreySeal(const Raster& grey) {
  const cv::Mat page = ViewOf(grey);
  const double paper = PaperGrey(page);
  if (!MayHaveRings(page, paper, grey.dpi)) return false;
  return !FindRings(EvenlyLit(page, PaperAround(page, grey.dpi), paper), paper, grey.dpi).empty();
}

LiftedSeals LiftGreySeals(const SealOfDocument& picture, Raster* grey) {
  cv::Mat page = ViewOf(grey);
  const double paper = PaperGrey(page);
  if (!MayHaveRings(page, paper, grey->dpi)) return {};
  const cv::Mat around = PaperAround(page, grey->dpi);
  cv::Mat even = EvenlyLit(page, around, paper);
  LiftedSeals out;
  const SealPicture* seal = nullptr;
  for (const Ring& ring : FindRings(even, paper, grey->dpi)) {
    if (out.where.IsEmpty()) {
      out.where = MakeRaster(page.cols, page.rows, 1, grey->dpi, 0);
      seal = picture ? picture() : nullptr;
    }
    const cv::Rect square = SquareOf(ring, page.size());
    const cv::Mat before = even(square).clone();
    LiftRing(ring, paper, &even);
    if (seal == nullptr || !LiftPicture(*seal, ring, paper, &even))
      LiftInside(ring, paper, grey->dpi, &even);
    cv::Mat changed = even(square) != before;
    cv::Mat where = ViewOf(&out.where);
    where(square) |= changed;
    cv::Mat back;
    cv::multiply(even(square), around(square), back, 1 / paper);
    back.copyTo(page(square), changed);
    const double points = 72 / grey->dpi;
    out.boxes.push_back(
        Round2(Box{square.x * points, square.y * points, (square.x + square.width) * points,
                   (square.y + square.height) * points}));
  }
  return out;
}

}  // namespace juesuan
