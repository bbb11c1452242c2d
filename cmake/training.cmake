# Two steps of one build folder (see build-trained): what is recorded lies beside the objects that it is of.
if(KAOPING_TRAINING STREQUAL record)
    add_compile_options(-fprofile-generate)
    add_link_options(-fprofile-generate)
elseif(KAOPING_TRAINING STREQUAL use)
    # What training did not reach is built as without it, not for size.
    add_compile_options(-fprofile-use -fprofile-partial-training -Wno-missing-profile)
elseif(KAOPING_TRAINING)
    message(FATAL_ERROR "KAOPING_TRAINING is `${KAOPING_TRAINING}`: it can be record or use")
endif()
