/**
 * The door for programs. Here stand what is asked of the whole server (health, the description of the API) and the names
 * under which paths are measured; the operations under {@code /api} and their problems are in the rooms below. Decides
 * nothing but how things look and which status they get.
 */
@NullMarked
package dev.muster.api;

import org.jspecify.annotations.NullMarked;
