/**
 * Says who may call the management endpoints that are exposed only because of Mainstay.
 */
@NullMarked
package dev.mainstay.security.management;

import org.jspecify.annotations.NullMarked;
