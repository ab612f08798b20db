#include "ocr/recogniser_network.h"

#include <cmath>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#ifdef JUESUAN_HAVE_ONNXRUNTIME
// The compiled network's form, as Debian ships it: onnx::ModelProto.
#define ONNX_ML 1
#define ONNX_NAMESPACE onnx
#include <onnx/onnx_pb.h>
#endif

namespace juesuan {

#ifdef JUESUAN_HAVE_ONNXRUNTIME

namespace {

using Node = onnx::NodeProto;
using Tensor = onnx::TensorProto;

// The graph with what joins its nodes: who makes a value, who takes it, which are constant.
class Network {
 public:
  explicit Network(onnx::GraphProto* graph) : graph_(graph) {
    for (Tensor& tensor : *graph->mutable_initializer()) constants_[tensor.name()] = &tensor;
    for (Node& node : *graph->mutable_node()) {
      if (node.op_type() == "Constant" && node.attribute_size() == 1 && node.attribute(0).has_t())
        constants_[node.output(0)] = node.mutable_attribute(0)->mutable_t();
      for (const std::string& name : node.input()) users_[name].push_back(&node);
    }
    for (const onnx::ValueInfoProto& output : graph->output())
      users_[output.name()].push_back(nullptr);
  }

  const std::vector<Node*>& Users(const std::string& value) { return users_[value]; }

  // The only node that takes what `node` gives; null if there are more, or if the network gives it
  // too.
  Node* OnlyUser(const Node& node) {
    const std::vector<Node*>& users = users_[node.output(0)];
    return users.size() == 1 ? users[0] : nullptr;
  }

  Tensor* Constant(const std::string& name) const {
    const auto found = constants_.find(name);
    return found == constants_.end() ? nullptr : found->second;
  }

  // A constant that only one node takes, so that changing it changes nothing else.
  Tensor* OwnConstant(const std::string& name) {
    return users_[name].size() == 1 ? Constant(name) : nullptr;
  }

  // Whoever takes what `node` gives takes `value` instead; `node` goes.
  void Bypass(Node* node, const std::string& value) {
    for (Node* user : users_[node->output(0)]) {
      for (std::string& name : *user->mutable_input())
        if (name == node->output(0)) name = value;
      users_[value].push_back(user);
    }
    users_[node->output(0)].clear();
    Remove(node);
  }

  void Remove(Node* node) {
    for (const std::string& name : node->input()) {
      std::vector<Node*>& users = users_[name];
      for (size_t i = 0; i < users.size(); ++i)
        if (users[i] == node) users.erase(users.begin() + static_cast<long>(i--));
    }
    removed_.insert(node);
  }

  void Sweep() {
    google::protobuf::RepeatedPtrField<Node> kept;
    for (Node& node : *graph_->mutable_node())
      if (removed_.count(&node) == 0) kept.Add()->Swap(&node);
    graph_->mutable_node()->Swap(&kept);
  }

  std::vector<Node*> Nodes() {
    std::vector<Node*> nodes;
    for (Node& node : *graph_->mutable_node())
      if (removed_.count(&node) == 0) nodes.push_back(&node);
    return nodes;
  }

 private:
  onnx::GraphProto* graph_;
  std::unordered_map<std::string, Tensor*> constants_;
  std::unordered_map<std::string, std::vector<Node*>> users_;
  std::unordered_set<const Node*> removed_;
};

size_t Count(const Tensor& tensor) {
  size_t count = 1;
  for (const int64_t dim : tensor.dims()) count *= static_cast<size_t>(dim);
  return count;
}

// The tensor's numbers, to change; null unless they are floats held as bytes, as converters write
// them.
float* Floats(Tensor* tensor) {
  if (tensor == nullptr || tensor->data_type() != Tensor::FLOAT ||
      tensor->raw_data().size() != Count(*tensor) * sizeof(float))
    return nullptr;
  return reinterpret_cast<float*>(tensor->mutable_raw_data()->data());
}

// The one number that `node` (Add, Mul, Div) has beside a value, and where the value stands.
struct Scalar {
  float number;
  int value;  // the index of the other input
};

std::optional<Scalar> ScalarOf(const Network& network, const Node& node) {
  if (node.input_size() != 2) return std::nullopt;
  for (const int side : {1, 0}) {
    Tensor* tensor = network.Constant(node.input(side));
    if (tensor == nullptr || Count(*tensor) != 1) continue;
    if (const float* number = Floats(tensor)) return Scalar{*number, 1 - side};
    if (tensor->float_data_size() == 1) return Scalar{tensor->float_data(0), 1 - side};
  }
  return std::nullopt;
}

std::optional<float> ScalarOf(const Network& network, const Node* node, const char* type) {
  if (node == nullptr || node->op_type() != type) return std::nullopt;
  const std::optional<Scalar> scalar = ScalarOf(network, *node);
  if (!scalar || (scalar->value != 0 && node->op_type() == "Div")) return std::nullopt;
  return scalar->number;
}

float FloatAttribute(const Node& node, const char* name, float otherwise) {
  for (const onnx::AttributeProto& attribute : node.attribute())
    if (attribute.name() == name) return attribute.f();
  return otherwise;
}

// x -> Add 3 -> Clip 0..6 -> Mul x -> Div 6, seen from its Add.
bool FoldHardSwish(Network* network, Node* add) {
  if (ScalarOf(*network, add, "Add") != 3.0f) return false;
  const std::string x = add->input(ScalarOf(*network, *add)->value);
  Node* clip = network->OnlyUser(*add);
  if (clip == nullptr || clip->op_type() != "Clip" || clip->input_size() != 1 ||
      FloatAttribute(*clip, "min", -1) != 0 || FloatAttribute(*clip, "max", -1) != 6)
    return false;
  Node* product = network->OnlyUser(*clip);
  if (product == nullptr || product->op_type() != "Mul" || product->input_size() != 2 ||
      (product->input(0) != x && product->input(1) != x))
    return false;
  Node* div = network->OnlyUser(*product);
  if (ScalarOf(*network, div, "Div") != 6.0f) return false;
  network->Bypass(add, x);
  clip->set_op_type("HardSigmoid");
  clip->clear_attribute();
  for (const auto& [name, number] : {std::pair("alpha", 1 / 6.0f), std::pair("beta", 0.5f)}) {
    onnx::AttributeProto* attribute = clip->add_attribute();
    attribute->set_name(name);
    attribute->set_type(onnx::AttributeProto::FLOAT);
    attribute->set_f(number);
  }
  network->Bypass(div, product->output(0));
  return true;
}

// A convolution whose weights and bias belong to it alone.
struct Convolution {
  float* weights;
  float* bias;
  size_t outputs, weights_an_output;
  bool point;  // 1 x 1: no border, every value counts once
};

std::optional<Convolution> ConvolutionOf(Network* network, const Node* node) {
  if (node == nullptr || node->op_type() != "Conv" || node->input_size() != 3) return std::nullopt;
  Tensor* weights = network->OwnConstant(node->input(1));
  Tensor* bias = network->OwnConstant(node->input(2));
  if (weights == nullptr || bias == nullptr || weights->dims_size() != 4) return std::nullopt;
  const size_t outputs = Count(*bias);
  Convolution conv{Floats(weights), Floats(bias), outputs, Count(*weights) / outputs,
                   weights->dims(2) == 1 && weights->dims(3) == 1};
  if (conv.weights == nullptr || conv.bias == nullptr) return std::nullopt;
  return conv;
}

void Scale(const Convolution& conv, float factor) {
  for (size_t i = 0; i < conv.outputs * conv.weights_an_output; ++i) conv.weights[i] *= factor;
}

// Conv -> Mul or Add of one number.
bool FoldIntoConvBefore(Network* network, Node* node) {
  const std::optional<Convolution> conv = ConvolutionOf(network, node);
  Node* next = conv ? network->OnlyUser(*node) : nullptr;
  if (const std::optional<float> factor = ScalarOf(*network, next, "Mul")) {
    Scale(*conv, *factor);
    for (size_t o = 0; o < conv->outputs; ++o) conv->bias[o] *= *factor;
  } else if (const std::optional<float> term = ScalarOf(*network, next, "Add")) {
    for (size_t o = 0; o < conv->outputs; ++o) conv->bias[o] += *term;
  } else {
    return false;
  }
  network->Bypass(next, node->output(0));
  return true;
}

// Mul or Add of one number -> Conv.
bool FoldIntoConvAfter(Network* network, Node* node) {
  const Node* after = network->OnlyUser(*node);
  const std::optional<Convolution> conv = ConvolutionOf(network, after);
  if (!conv) return false;
  if (const std::optional<float> factor = ScalarOf(*network, node, "Mul")) {
    Scale(*conv, *factor);
  } else if (const std::optional<float> term = ScalarOf(*network, node, "Add");
             term && conv->point) {
    for (size_t o = 0; o < conv->outputs; ++o)
      for (size_t i = 0; i < conv->weights_an_output; ++i)
        conv->bias[o] += *term * conv->weights[o * conv->weights_an_output + i];
  } else {
    return false;
  }
  network->Bypass(node, node->input(ScalarOf(*network, *node)->value));
  return true;
}

// x * s + b -> (x + b / s) * s, so that the factor stands beside the convolution with a border
// after it.
bool SwapBeforeConv(Network* network, Node* node) {
  const std::optional<float> factor = ScalarOf(*network, node, "Mul");
  Node* add = factor ? network->OnlyUser(*node) : nullptr;
  const std::optional<float> term = ScalarOf(*network, add, "Add");
  if (!term || std::fabs(*factor) < 1e-3f) return false;
  const std::optional<Convolution> conv = ConvolutionOf(network, network->OnlyUser(*add));
  Tensor* number = network->OwnConstant(add->input(1 - ScalarOf(*network, *add)->value));
  float* changed = Floats(number);
  if (!conv || conv->point || changed == nullptr) return false;
  *changed = *term / *factor;
  Scale(*conv, *factor);
  network->Bypass(node, node->input(ScalarOf(*network, *node)->value));
  return true;
}

void Fold(Network* network) {
  for (Node* node : network->Nodes()) FoldHardSwish(network, node);
  for (Node* node : network->Nodes())
    while (FoldIntoConvBefore(network, node)) {
    }
  // Backwards: the term nearest to the convolution goes first.
  std::vector<Node*> nodes = network->Nodes();
  for (auto node = nodes.rbegin(); node != nodes.rend(); ++node)
    if (!FoldIntoConvAfter(network, *node)) SwapBeforeConv(network, *node);
  network->Sweep();
}

// Inputs are [lines, channels, height, width].
void LetHeightVary(onnx::GraphProto* graph) {
  for (onnx::ValueInfoProto& input : *graph->mutable_input()) {
    onnx::TensorShapeProto* shape = input.mutable_type()->mutable_tensor_type()->mutable_shape();
    if (shape->dim_size() == 4) shape->mutable_dim(2)->set_dim_param("height");
  }
}

}  // namespace

Result<std::string> PrepareNetwork(const std::string& model) {
  onnx::ModelProto network;
  if (!network.ParseFromString(model) || network.graph().node_size() == 0)
    return MakeError(ErrorCode::kMalformed, "not a network in ONNX's form");
  Network graph(network.mutable_graph());
  Fold(&graph);
  LetHeightVary(network.mutable_graph());
  return network.SerializeAsString();
}

#else

Result<std::string> PrepareNetwork(const std::string&) {
  return MakeError(ErrorCode::kUnsupported, "built without ONNX Runtime");
}

#endif

}  // namespace juesuan
