package dev.mainstay.tests.slices;

import org.springframework.data.jpa.repository.JpaRepository;

/**
 * Where orders are kept.
 */
interface OrderRepository extends JpaRepository<OrderEntity, Long> {

}
