#include "plant.hpp"

namespace generator {

void add_criminal_records(Plants& to) {
    (void)to;
}

}  // namespace generator
