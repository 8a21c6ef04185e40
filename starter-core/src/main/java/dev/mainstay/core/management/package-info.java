/**
 * Guards the management endpoints that are exposed only because of Mainstay.
 */
@NullMarked
package dev.mainstay.core.management;

import org.jspecify.annotations.NullMarked;
