package dev.mainstay.tests.data;

import org.springframework.data.jpa.repository.JpaRepository;

/**
 * Where accounts are kept.
 */
interface AccountRepository extends JpaRepository<Account, Long> {

}
