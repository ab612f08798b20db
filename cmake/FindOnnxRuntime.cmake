# Finds ONNX Runtime: the system's copy first, else the one tools/fetch_engines.sh put into
# third_party. Defines OnnxRuntime_FOUND and the imported target OnnxRuntime::OnnxRuntime.
get_filename_component(_onnxruntime_local "${CMAKE_CURRENT_LIST_DIR}/../third_party/onnxruntime"
                       ABSOLUTE)
find_path(OnnxRuntime_INCLUDE_DIR onnxruntime_cxx_api.h
          PATH_SUFFIXES onnxruntime onnxruntime/core/session)
find_library(OnnxRuntime_LIBRARY onnxruntime)
# Headers of one copy never go with the library of the other.
if(NOT OnnxRuntime_INCLUDE_DIR OR NOT OnnxRuntime_LIBRARY)
  unset(OnnxRuntime_INCLUDE_DIR CACHE)
  unset(OnnxRuntime_LIBRARY CACHE)
  find_path(OnnxRuntime_INCLUDE_DIR onnxruntime_cxx_api.h
            PATHS ${_onnxruntime_local}/include NO_DEFAULT_PATH)
  find_library(OnnxRuntime_LIBRARY onnxruntime PATHS ${_onnxruntime_local}/lib NO_DEFAULT_PATH)
endif()
mark_as_advanced(OnnxRuntime_INCLUDE_DIR OnnxRuntime_LIBRARY)

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(OnnxRuntime REQUIRED_VARS OnnxRuntime_LIBRARY
                                                            OnnxRuntime_INCLUDE_DIR)
if(OnnxRuntime_FOUND AND NOT TARGET OnnxRuntime::OnnxRuntime)
  add_library(OnnxRuntime::OnnxRuntime SHARED IMPORTED)
  set_target_properties(OnnxRuntime::OnnxRuntime PROPERTIES
    IMPORTED_LOCATION "${OnnxRuntime_LIBRARY}"
    INTERFACE_INCLUDE_DIRECTORIES "${OnnxRuntime_INCLUDE_DIR}")
endif()
