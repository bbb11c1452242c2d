#include "plant.hpp"

namespace generator {

void add_criminal_summons(Plants& to) {
    (void)to;
}

}  // namespace generator
