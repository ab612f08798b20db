// The ring of a seal on a grey page: found, fitted to a fraction of a pixel, and lifted.
#pragma once

#include <opencv2/core.hpp>
#include <vector>

namespace juesuan {

// A closed stroke nearly as round as a circle, as wide everywhere. All in pixels of the page.
struct Ring {
  cv::Point2d centre;
  double radius = 0;            // of the stroke's middle, on average
  std::vector<double> strays;   // by direction, evenly spread from the x axis: how far it lies off
  std::vector<float> profile;   // grey across the stroke, kStep apart, its middle in the middle
  double tone = 0;              // grey of the ink on bare paper
  double inner = 0, outer = 0;  // how far its soft rims reach from the middle, both positive

  double MiddleAt(double angle) const;  // radians from the x axis, clockwise as y runs down
};

// Whether a page whose light need not be even may have some: quicker told than where they are.
bool MayHaveRings(const cv::Mat& page, double paper, double dpi);

// The rings of the size of seals on an evenly lit page (ingest/scan_light.h) of paper `paper`.
std::vector<Ring> FindRings(const cv::Mat& page, double paper, double dpi);

// Lifts a ring's stroke to the paper: what is printed beneath stays.
void LiftRing(const Ring& ring, double paper, cv::Mat* page);

}  // namespace juesuan
